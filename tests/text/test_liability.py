import pytest

from pipeline.text.liability import SURE_SUBJECT, find_parties, read_liabilities, says_undetermined

PARTIES = ("王立冬", "刘海棠")


def shares(text, parties=PARTIES):
    return {said.party: said.share for said in read_liabilities(text, parties)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王立冬承担此次事故的全部责任，刘海棠无责任。", {"王立冬": "full", "刘海棠": "none"}),
        ("王立冬应负事故主要责任；刘海棠应负事故次要责任。", {"王立冬": "main", "刘海棠": "secondary"}),
        ("王立冬、刘海棠承担事故的同等责任。", {"王立冬": "equal", "刘海棠": "equal"}),
        ("王立冬和刘海棠双方均负同等责任。", {"王立冬": "equal", "刘海棠": "equal"}),
        ("当事人双方承担同等责任。", {"王立冬": "equal", "刘海棠": "equal"}),
        ("由王立冬负全责，刘海棠不承担事故责任。", {"王立冬": "full", "刘海棠": "none"}),
        ("刘海棠不负此次事故责任。王立冬负全部责任。", {"王立冬": "full", "刘海棠": "none"}),
        ("甲方：王立冬。乙方：刘海棠。甲方承担全部责任，乙方无责任。", {"王立冬": "full", "刘海棠": "none"}),
        (
            "王立冬驾驶机动车未让行，其行为违反了《道路交通安全法》第三十八条，承担全部责任。刘海棠无事故责任。",
            {"王立冬": "full", "刘海棠": "none"},
        ),
        ("一方当事人的过错导致事故的，承担全部责任。", {}),
        ("□全部责任 □主要责任", {}),
        ("该事故成因无法查清，无法确定责任。", {}),
    ],
)
def test_each_party_gets_its_share(text, expected):
    assert shares(text) == expected


def test_a_share_whose_subject_is_far_away_is_in_doubt():
    text = "王立冬驾车与刘海棠相撞，其未按规定让行，承担全部责任。"
    (said,) = read_liabilities(text, PARTIES)
    assert (said.party, said.share) == ("王立冬", "full")
    assert said.plainness < SURE_SUBJECT


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "根据《道路交通安全法》第九十一条的规定，王立冬承担此次事故的全部责任，刘海棠无责任。",
            ["王立冬承担此次事故的全部责任", "刘海棠无责任"],
        ),
        ("依法认定王立冬、刘海棠承担同等责任。", ["王立冬、刘海棠承担同等责任"] * 2),
        ("综上，双方承担同等责任。", ["双方承担同等责任"] * 2),
    ],
)
def test_what_is_said_begins_with_the_name(text, told):
    assert [text[said.start : said.end] for said in read_liabilities(text, PARTIES)] == told


def test_two_different_shares_of_one_party_are_in_doubt():
    said = read_liabilities("王立冬承担全部责任。经复核，王立冬承担主要责任。", PARTIES)
    assert [(one.party, one.plainness < SURE_SUBJECT) for one in said] == [("王立冬", True)]


@pytest.mark.parametrize(
    "text",
    [
        "当事人：王立冬，男，1985年1月1日出生，驾驶小型轿车。\n当事人：刘海棠，女，骑电动自行车。",
        "王立冬，男，汉族，住长春市。刘海棠，女，汉族。",
        "甲方：王立冬（身份证号220104198501019999）\n乙方：刘海棠（身份证号220104198501019999）",
        "王立冬承担此次事故的全部责任，刘海棠无责任。",
        "当事人王立冬、性别男，\n驾驶人刘海棠，女",
        "当事人：王立冬，男，驾驶小型轿车。死者刘海棠，女，骑电动自行车。证人孙德胜，男，路过现场。",
    ],
)
def test_parties_are_found_where_they_are_introduced(text):
    assert set(find_parties(text)) == set(PARTIES)


@pytest.mark.parametrize(
    ("text", "undetermined"),
    [("该道路交通事故成因无法查清。", True), ("事故责任无法认定", True), ("王立冬承担全部责任", False)],
)
def test_a_cause_that_was_not_found(text, undetermined):
    assert says_undetermined(text) is undetermined
