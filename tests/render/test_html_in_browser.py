"""The page as a reader meets it, in headless Chromium. Skipped where Chromium, its driver or Selenium is missing."""

from __future__ import annotations

import json
import shutil
from urllib.parse import unquote

import pytest

from newsdiff.render import render
from tests.render.reports import HOSTILE, hostile_report, report

webdriver = pytest.importorskip("selenium.webdriver", reason="the browser tests need selenium")
waiting = pytest.importorskip("selenium.webdriver.support.wait", reason="the browser tests need selenium")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="the browser tests need Debian's chromium and chromium-driver"
)

SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
VISIBLE = "return [...document.querySelectorAll('.finding')].filter(f => f.checkVisibility()).map(f => f.id)"
LEAST_CONTRAST = """
  const parse = (color) => { const [r, g, b, a = 1] = color.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
  const over = ([r, g, b, a], under) => [r, g, b].map((part, at) => part * a + under[at] * (1 - a));
  const backdrop = (element) => {
    if (!element) return [255, 255, 255];
    const own = parse(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, backdrop(element.parentElement));
  };
  const light = (color) => {
    const [r, g, b] = color.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const details of document.querySelectorAll("details")) details.open = true;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest(".unseen")) continue;
    const [a, b] = [parse(getComputedStyle(element).color).slice(0, 3), backdrop(element)].map(light).sort((x, y) => y - x);
    found.push([(a + 0.05) / (b + 0.05), `${element.outerHTML.slice(0, 80)}`]);
  }
  return found.sort((x, y) => x[0] - y[0])[0];
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


PATIENCE = 60
"""Seconds in which any machine does what a page asks of it."""
PAGES_OF_THE_BROWSER = ("chrome://", "chrome-untrusted://")
"""Such as its page for a new tab, which may still be loading when the first test begins."""


class Reader:
    """Opens a page and works with it; in the end nothing may have been requested or complained about."""

    def __init__(self, driver, folder) -> None:
        self.driver = driver
        self.path = folder / "report.html"

    def open(self, made, fragment=""):
        self.path.write_text(render(made, "html"), encoding="utf-8")
        self.driver.get("about:blank")
        self.driver.get(self.path.as_uri() + fragment)
        return self

    def run(self, script, *given):
        return self.driver.execute_script(script, *given)

    def wait_until(self, script):
        """Wait for what the page does once it finds the time; an error where that is never."""
        waiting.WebDriverWait(self.driver, PATIENCE).until(lambda _: self.run(script))

    def click(self, selector):
        self.run("document.querySelector(arguments[0]).click()", selector)

    def fill(self, name, text):
        self.run(
            "const field = document.getElementById('filter').elements[arguments[0]]; field.value = arguments[1];"
            "field.dispatchEvent(new Event('input', {bubbles: true}))",
            name,
            text,
        )

    @property
    def shown(self):
        return [name.removeprefix("f-") for name in self.run(VISIBLE)]

    def requests(self):
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
        asked = [one["request"]["url"] for one in sent if not one["documentURL"].startswith(PAGES_OF_THE_BROWSER)]
        return [url for url in asked if not url.startswith(("data:", self.path.as_uri()))]


@pytest.fixture
def reader(browser, tmp_path):
    browser.get_log("browser")
    browser.get_log("performance")
    reader = Reader(browser, tmp_path)
    yield reader
    assert browser.get_log("browser") == []
    assert reader.requests() == []


def test_filters_leave_what_they_should(reader):
    reader.open(report())
    everything = ["money-1", "quote-1", "person-1", "quantity-1"]
    assert reader.shown == everything
    reader.fill("kind", "Money")
    assert reader.shown == ["money-1"]
    assert reader.run("return document.querySelector('output').value") == "1 of 4 findings"
    reader.fill("kind", "")
    reader.fill("article", "a5")
    assert reader.shown == ["money-1", "person-1"]
    reader.fill("article", "")
    reader.fill("text", "People at the ÓPENING")
    assert reader.shown == ["quantity-1"]
    reader.fill("text", "लेना")
    assert reader.shown == ["money-1", "person-1"]
    reader.fill("text", "")
    reader.click("[name=verdict][value=agreement]")
    assert reader.shown == ["money-1", "quote-1", "quantity-1"]
    assert reader.run("return document.querySelector('#f-person-1').closest('.part').hidden")
    reader.click("[type=reset]")
    reader.wait_until("return document.querySelector('#f-person-1').checkVisibility()")
    assert reader.shown == everything


def test_a_finding_opens_to_words_side_by_side(reader):
    reader.open(report())
    reader.driver.set_window_size(1280, 900)
    cards = "return [...document.querySelectorAll('#f-money-1 .position')].map(e => e.getBoundingClientRect().{})"
    assert len(set(reader.run(cards.format("top"))[:3])) == 1
    assert reader.run(cards.format("left"))[:3] == sorted(set(reader.run(cards.format("left"))[:3]))
    assert not reader.run("return document.querySelector('#f-person-1 .position').checkVisibility()")
    reader.click("#f-person-1 summary")
    assert reader.run("return document.querySelector('#f-person-1 .position').checkVisibility()")
    reader.driver.set_window_size(500, 900)
    assert reader.run("return document.documentElement.scrollWidth <= innerWidth")
    assert len(set(reader.run(cards.format("left")))) == 1


def test_a_click_shows_the_words_in_the_full_article_and_leads_back(reader):
    reader.open(report())
    reader.click("#f-money-1 .position:nth-child(1) .place")
    reader.wait_until("return document.querySelector('#back').checkVisibility()")
    hit = reader.run(
        "const hits = [...document.querySelectorAll('.hit')]; const {top, bottom} = hits[0].getBoundingClientRect();"
        "return [hits.map(h => h.textContent).join(''), top >= 0 && bottom <= innerHeight, hits[0].closest('details').open,"
        "document.activeElement === hits[0], hits[0].closest('[lang]').lang, hits[0].closest('[dir]').dir]"
    )
    assert hit == ["خمسة ملايين يورو", True, True, True, "ar", "rtl"]
    reader.click("#back a")
    reader.wait_until("return !document.querySelector('#back').checkVisibility()")
    assert unquote(reader.driver.current_url).endswith("#f-money-1")


def test_an_address_opens_its_finding(reader):
    reader.open(report(), "#f-person-1")
    assert reader.run("return document.querySelector('#f-person-1').open")


def test_all_can_be_opened_and_closed(reader):
    reader.open(report())
    opened = "return [...document.querySelectorAll('.finding')].map(f => f.open)"
    reader.click("[name=toggle]")
    assert reader.run(opened) == [True] * 4
    reader.click("[name=toggle]")
    assert reader.run(opened) == [False] * 4


def test_keys_alone_reach_a_finding(reader):
    keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
    reader.open(report())
    for _ in range(60):
        reader.driver.switch_to.active_element.send_keys(keys.TAB)
        if reader.run("return document.activeElement.matches('#f-person-1 > summary')"):
            break
    reader.driver.switch_to.active_element.send_keys(keys.ENTER)
    assert reader.run("return document.querySelector('#f-person-1').open")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("made", [report(), hostile_report()], ids=["five", "hostile"])
def test_every_text_has_contrast(reader, scheme, made):
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    contrast, where = reader.open(made).run(LEAST_CONTRAST)
    assert contrast >= 4.5, where


def test_the_page_reads_without_its_script(reader):
    switch = "Emulation.setScriptExecutionDisabled"
    reader.driver.execute_cdp_cmd(switch, {"value": True})
    try:
        reader.open(report())
        assert not reader.run("return document.querySelector('#filter').checkVisibility()")
        assert len(reader.shown) == 4
        assert reader.run("return document.querySelector('#f-money-1 .position').checkVisibility()")
        reader.click("#f-money-1 .position:nth-child(1) .place")
        mark = "const mark = document.querySelector('mark:target'); return [mark.textContent, mark.checkVisibility()]"
        assert reader.run(mark) == ["خمسة ملايين يورو", True]
    finally:
        reader.driver.execute_cdp_cmd(switch, {"value": False})


def test_print_shows_what_does_not_simply_agree(reader):
    reader.open(report())
    reader.run("window.dispatchEvent(new Event('beforeprint'))")
    opened = "return [...document.querySelectorAll('.finding')].map(f => f.open)"
    assert reader.run(opened) == [True, True, False, False]
    reader.run("window.dispatchEvent(new Event('afterprint'))")
    assert reader.run(opened) == [True, False, False, False]


def test_hostile_text_runs_nothing(reader):
    reader.open(hostile_report())
    reader.click("[name=toggle]")
    assert reader.run("return document.scripts.length + document.images.length") == 1
    assert reader.run("return document.querySelectorAll('.finding').length") == len(HOSTILE)
    assert reader.run("return document.documentElement.scrollWidth <= innerWidth")


def test_the_policy_stops_what_is_not_ours(browser, tmp_path):
    reader = Reader(browser, tmp_path).open(report())
    reader.run(
        "const script = document.createElement('script'); script.textContent = 'window.ran = 1';"
        "document.body.append(script); document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.ran = 1\">x');"
        "document.body.lastChild.click(); new Image().src = 'https://example.org/x.png'"
    )
    assert reader.run("return window.ran ?? null") is None
    assert sum("Content Security Policy" in entry["message"] for entry in browser.get_log("browser")) == 3
