"""Opens real reports in Chromium over file://, as a caseworker would from a shared folder."""

import base64
import shutil
from pathlib import Path

import pypdfium2
import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from pipeline.report.batch_folder import write_batch
from pipeline.report.batch_row import read_rows
from pipeline.report.claim_folder import write_claim
from tests.report.example import DrawnPages, example_comparison, example_pages, example_report
from tests.report.test_claim_page import HOSTILE, hostile_report

pytestmark = pytest.mark.browser

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("chromium and chromedriver are not installed: apt-get install -y chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """A folder of three reports: one of each kind, one hostile, one ready."""
    out = tmp_path_factory.mktemp("reports")
    write_claim(example_report(), example_pages(), out / "C1", (example_comparison(),))
    pages = DrawnPages({(HOSTILE, 1): (100, 100), (HOSTILE, 2): (100, 100)})
    write_claim(hostile_report(), pages, out / "C2")
    ready = example_report(claim_id="C3", verdict="ready", findings=(), errors=())
    write_claim(ready, example_pages(), out / "C3")
    write_batch(out, read_rows(out, {}), {})
    return out


def opened(browser, path: Path, width=1280):
    """Opens the page in a window of that width, with the logs of earlier pages gone."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get("about:blank")
    for kind in ("browser", "performance"):
        browser.get_log(kind)
    browser.get(path.as_uri())
    return browser


PAGES = ["C1/report.html", "C2/report.html", "C3/report.html", "index.html"]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(browser, reports, page):
    opened(browser, reports / page)
    assert [entry for entry in browser.get_log("browser") if entry["level"] in {"SEVERE", "WARNING"}] == []
    requests = [entry["message"] for entry in browser.get_log("performance") if "requestWillBeSent" in entry["message"]]
    assert requests
    assert not [request for request in requests if '"url":"http' in request or '"url":"ws' in request]


@pytest.mark.parametrize("page", PAGES[:3])
def test_all_pictures_are_shown(browser, reports, page):
    opened(browser, reports / page)
    widths = browser.execute_script("return [...document.images].map(image => image.naturalWidth)")
    assert widths
    assert min(widths) > 0


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("page", PAGES)
def test_the_page_fits_its_window_and_no_text_is_clipped(browser, reports, page, width):
    opened(browser, reports / page, width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    clipped = browser.execute_script(
        "return [...document.querySelectorAll('p, h1, h2, h3, td, th, li, dd, figcaption, .badge')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')"
        ".map(e => e.outerHTML)"
    )
    assert clipped == []


@pytest.mark.parametrize("width", [1280, 400])
def test_verdict_and_first_task_are_seen_without_scrolling(browser, reports, width):
    opened(browser, reports / "C1" / "report.html", width)
    for selector in ("h1", ".tasks.fail li"):
        bottom = browser.execute_script(
            "return document.querySelector(arguments[0]).getBoundingClientRect().bottom", selector
        )
        assert 0 < bottom <= 900
    assert "需要补正" in browser.find_element("css selector", "h1").text


def contrast(first, second):
    def luminance(colour):
        channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("page", ["C1/report.html", "C3/report.html", "index.html"])
def test_text_stands_out_from_its_ground(browser, reports, page):
    """WCAG 2.1 AA: a contrast of 4.5."""
    opened(browser, reports / page)
    pairs = browser.execute_script(
        """
        const ground = (element) => {
          for (let e = element; e; e = e.parentElement) {
            const colour = getComputedStyle(e).backgroundColor;
            if (!colour.startsWith("rgba(0, 0, 0, 0")) return colour;
          }
          return "rgb(255, 255, 255)";
        };
        return [...document.body.querySelectorAll("*")]
          .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
          .filter(e => !["SCRIPT", "STYLE"].includes(e.tagName))
          .map(e => [getComputedStyle(e).color, ground(e), e.textContent.trim().slice(0, 20)]);
        """
    )
    assert [pair for pair in pairs if contrast(*pair[:2]) < 4.5] == []


def test_hostile_text_does_nothing(browser, reports):
    opened(browser, reports / "C2" / "report.html")
    assert browser.execute_script("return document.scripts.length") == 0
    assert "<script>alert(1)</script>" in browser.find_element("css selector", "main").text
    opened(browser, reports / "index.html")
    assert browser.execute_script("return document.scripts.length") == 1


def test_a_page_is_enlarged_by_a_click(browser, reports):
    opened(browser, reports / "C1" / "report.html")
    figure = browser.find_element("css selector", ".page label")
    before = browser.execute_script("return document.querySelector('.page img').clientWidth")
    browser.execute_script("arguments[0].click()", figure)
    after = browser.execute_script("return document.querySelector('.page img').clientWidth")
    assert after > 2 * before


def test_the_index_leads_to_the_reports_and_sorts(browser, reports):
    opened(browser, reports / "index.html")
    links = browser.execute_script("return [...document.querySelectorAll('.claims a')].map(a => a.href)")
    assert sorted(links) == [(reports / page).as_uri() for page in PAGES[:3]]
    rows = "[...document.querySelectorAll('.claims tbody tr')]"
    order = f"return {rows}.map(row => row.cells[arguments[0]].textContent.trim())"
    for column in (1, 5):
        button = browser.find_elements("css selector", ".claims thead button")[column]
        button.click()
        rising = browser.execute_script(order, column)
        button.click()
        assert browser.execute_script(order, column) == rising[::-1]
        assert button.find_element("xpath", "..").get_attribute("aria-sort") == "descending"
    assert rising == sorted(rising, key=int)


def printed(browser, path):
    opened(browser, path)
    answer = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    return pypdfium2.PdfDocument(base64.b64decode(answer["data"]))


def test_the_report_prints_on_a4_with_the_verdict_first(browser, reports):
    pdf = printed(browser, reports / "C1" / "report.html")
    assert all(page.get_size() == pytest.approx((595, 842), abs=2) for page in pdf)
    assert 2 <= len(pdf) <= 10
    first = pdf[0].get_textpage().get_text_range()
    assert "要做什么" in first
    assert "CC2026-00123" in first
