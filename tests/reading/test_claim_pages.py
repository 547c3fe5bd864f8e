from pipeline.errors import PrecheckError
from pipeline.models.page import PageRef
from pipeline.models.report import FileError
from pipeline.reading import claim_pages
from pipeline.reading.claim_pages import read_pages
from tests.typeset import SilentEngine, line, read_page


def reading(folder, monkeypatch, pages):
    """Reads these prepared pages, keyed by number; an exception in a page's place is raised."""

    class Source:
        def __init__(self, number):
            self.ref = PageRef(file="a.pdf", page=number)
            self.pixels = folder / f"source-{number}"
            self.pixels.write_bytes(b"")

    def prepared(source, engine, scratch):
        page = pages[source.ref.page]
        if isinstance(page, Exception):
            raise page
        return page

    monkeypatch.setattr(claim_pages, "read_page", prepared)
    return read_pages(iter(Source(number) for number in pages), SilentEngine(), folder, lambda: None)


def page(folder, text, number):
    return read_page(folder, [line(text, 100, 100)] if text else [], page=number)


def test_a_second_scan_is_told_from_another_page(tmp_path, monkeypatch):
    pages = {
        1: page(tmp_path, "劳动合同书第一页", 1),
        2: page(tmp_path, "授权委托书", 2),
        3: page(tmp_path, "劳动合同书第一页", 3),
    }
    read, _ = reading(tmp_path, monkeypatch, pages)
    assert [member.page.same_as for member in read] == [None, None, pages[1].ref]


def test_the_same_words_of_two_people_are_two_pages(tmp_path, monkeypatch):
    said = "证人证言，本人看见他从架上跌下，随即扶他起来并送往医院，以上内容属实，身份证号"
    first, second = "22018319961021999X", "220102198611159930"
    pages = {at: page(tmp_path, said + number, at) for at, number in ((1, first), (2, second), (3, first))}
    read, _ = reading(tmp_path, monkeypatch, pages)
    assert [member.page.same_as for member in read] == [None, None, pages[1].ref]


def test_the_backs_of_two_cards_from_one_office_are_two_pages(tmp_path, monkeypatch):
    back = "中华人民共和国居民身份证签发机关农安县公安局有效期限"
    terms = ("2022.06.17-2042.06.17", "2021.10.11-2031.10.11", "2022.06.17-2042.06.11", "2022.06.17-长期")
    pages = {at: page(tmp_path, back + term, at) for at, term in enumerate(terms, start=1)}
    read, _ = reading(tmp_path, monkeypatch, pages)
    assert [member.page.same_as for member in read] == [None, None, pages[1].ref, None]


def test_pictures_without_text_are_never_called_the_same(tmp_path, monkeypatch):
    read, _ = reading(tmp_path, monkeypatch, {1: page(tmp_path, "", 1), 2: page(tmp_path, "", 2)})
    assert [member.page.same_as for member in read] == [None, None]


def test_a_page_that_the_engine_cannot_read_costs_that_page_alone(tmp_path, monkeypatch):
    broken = PrecheckError("engine_failed", zh="引擎出错。", en="The engine failed.")
    read, errors = reading(tmp_path, monkeypatch, {1: broken, 2: page(tmp_path, "授权委托书", 2)})
    assert [member.ref.page for member in read] == [2]
    assert [(error.code, error.file) for error in errors] == [("engine_failed", "a.pdf")]
    assert "第1页" in errors[0].message_zh


def test_what_could_not_be_decoded_is_handed_on(tmp_path):
    error = FileError(file="b.pdf", code="damaged", message_zh="损坏", message_en="damaged")
    assert read_pages(iter([error]), SilentEngine(), tmp_path, lambda: None) == ([], [error])
