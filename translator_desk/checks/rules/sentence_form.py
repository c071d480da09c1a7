"""Sentences: a part that is missing, two joined by a comma, members of a list in unlike forms."""

from __future__ import annotations

from translator_desk.checks.base import Example
from translator_desk.checks.shape_check import ShapeCheck
from translator_desk.model.ids import CheckId
from translator_desk.wording import Wording


class SentenceForm(ShapeCheck):
    """Finds sentences that lack a part or run into one another."""

    id = CheckId("sentence-form")
    title = Wording("Form of the sentence", "句子结构")
    explanation = Wording(
        "A sentence has one subject and one finite verb: “85 buses been bought”, “all of that were "
        "settled”, “on a screen, this is updated”, “from in the town”. Slogans and headlines are left "
        "alone. The rules stand in resources/data/sentence_shapes.yaml.",
        "完整的句子须有主语和限定动词，两个分句不能只用逗号连接，如“85 buses been bought”“all "
        "of that were settled”“on a screen, this is updated”“from"
        " in the town”。口号和标题不报告。规则见 resources/data/sentence_shape"
        "s.yaml。",
    )
    examples = (
        Example("Last year 85 buses been bought.", found=("been",), fixed="Last year 85 buses have been bought."),
        Example(
            "They took 27 cases, all of that were settled.",
            found=("of that",),
            fixed="They took 27 cases, all of which were settled.",
        ),
        Example("Last year 85 buses had long been bought."),
        Example("They took 27 cases, and all of that was settled."),
    )
