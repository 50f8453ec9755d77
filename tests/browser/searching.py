"""页头的搜索：打字，等第一条结果。"""

from playwright.sync_api import Page


def search(page: Page, words: str = "筹建工会") -> str:
    """搜 *words*，返回第一条结果的字。"""
    box = page.get_by_role("textbox", name="搜索")
    box.fill(words)
    box.press("End")  # 主题听的是松开键
    found = page.locator(".md-search-result__item").first
    found.wait_for(timeout=15000)
    return found.inner_text()
