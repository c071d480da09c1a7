"""Verbs that do not agree with their subject, over the words between them."""

from __future__ import annotations

from translator_desk.checks.base import Example
from translator_desk.checks.shape_check import ShapeCheck
from translator_desk.model.ids import CheckId
from translator_desk.wording import Wording


class Agreement(ShapeCheck):
    """Finds verbs that do not agree with their subject."""

    id = CheckId("agreement")
    title = Wording("Agreement of subject and verb", "主谓一致")
    explanation = Wording(
        "The verb follows the head of its subject, not the noun beside it: “the construction of three "
        "projects were”, “trains of the new corridor has”, “there is many problems”, “a platform which "
        "connect”. Collective nouns (“the team are”), questions and wishes are left alone. The rules "
        "stand in resources/data/sentence_shapes.yaml.",
        "谓语动词应与主语中心词一致，而不是与紧邻的名词一致，如“the construction of three pr"
        "ojects were”“trains of the new corridor has”“there is ma"
        "ny problems”“a platform which connect”。集合名词、疑问句和虚拟语气不报告。"
        "规则见 resources/data/sentence_shapes.yaml。",
    )
    examples = (
        Example(
            "The construction of three projects were finished.",
            found=("were",),
            fixed="The construction of three projects was finished.",
        ),
        Example(
            "Trains of the new corridor has reached the port.",
            found=("has",),
            fixed="Trains of the new corridor have reached the port.",
        ),
        Example("The construction of three projects was finished."),
        Example("One of the ports has been opened, and a number of towns are ready."),
    )
