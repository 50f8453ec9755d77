"""页头的搜索：打字，等第一条结果。"""

from playwright.sync_api import Page


def search(page: Page, words: str = "筹建工会") -> str:
    """搜 *words*，返回第一条结果的字。"""
    box = page.get_by_role("textbox", name="搜索")
    found = page.locator(".md-search-result__item").first
    for text, state in (("", "detached"), (words, "visible")):  # 先清掉上一次的结果
        box.fill(text)
        box.press("End")  # 主题听的是松开键
        found.wait_for(state=state, timeout=15000)
    return found.inner_text()
