"""内容安全策略：网页只许用本站的脚本和样式；主题自带的几段行内脚本，认得的才放行。"""

import base64
import hashlib
import re
from pathlib import Path

_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.S)
_DEPTH = re.compile(r'new URL\("[./]*",')
"""主题里只有这一处随页面的深浅变化：到站点根的相对路径。"""

KNOWN = {
    "7402974be6e72955": "存取函数（site/theme/partials/javascripts/base.html）",
    "0eb10c249dbdb0be": "主题：按存下的选择换深浅色",
    "ffcc0f7735fdab43": "主题：跳到标签页里的锚点",
}
"""认得的行内脚本：去掉深浅之后的摘要 → 是什么。升级主题后摘要变了，要看过再改这里。"""


class UnknownScript(Exception):
    """页面里出现了不认得的行内脚本。绝不能见一段放一段，那样注入的也会放行。"""


def policy(site: Path) -> str:
    """建好的网站 → ``Content-Security-Policy`` 的值。"""
    hashes: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        for script in _SCRIPT.findall(path.read_text("utf-8")):
            if fingerprint(script) not in KNOWN:
                raise UnknownScript(f"{path.name}：{script.strip()[:80]}")
            digest = hashlib.sha256(script.encode()).digest()
            hashes.add(f"'sha256-{base64.b64encode(digest).decode()}'")
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' " + " ".join(sorted(hashes)),
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def fingerprint(script: str) -> str:
    """一段脚本的摘要，不管它在第几层文件夹。"""
    same = _DEPTH.sub('new URL("",', script)
    return hashlib.sha256(same.encode()).hexdigest()[:16]


def headers(site: Path) -> str:
    """静态托管通用的 ``_headers`` 文件。"""
    lines = (
        f"Content-Security-Policy: {policy(site)}",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Permissions-Policy: camera=(), microphone=(), geolocation=()",
    )
    return "/*\n" + "".join(f"  {line}\n" for line in lines)
