from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.redline import Redline
from translator_desk.model.segment import Segment


def test_a_segment_without_pending_changes_is_a_redline_in_which_nothing_is_pending() -> None:
    segment = Segment(SegmentId(1), DocumentId("a"), 0, "好。", "Good.")
    assert not segment.as_redline.pending
    assert segment.as_redline.target == segment.as_redline.baseline == segment.baseline == "Good."


def test_a_segment_with_pending_changes_shows_them() -> None:
    redline = Redline.of("Good.") + Redline.of(" Fine.")
    segment = Segment(SegmentId(1), DocumentId("a"), 0, "好。", redline.target, redline=redline)
    assert segment.as_redline is redline
