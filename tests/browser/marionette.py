"""驾驶 Firefox：用它自带的 Marionette 协议（一个本机端口，一问一答的 JSON），不用另装驱动程序。

只有测试用到的几样：打开、点、打字、读、跑一段脚本、开标签页、印成 PDF、改设置、看报错。
"""

import base64
import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""WebDriver 标准里元素编号的键名。"""

_PREFERENCES = {
    "marionette.port": 0,  # 自己挑一个空着的端口，写在 MarionetteActivePort 里
    "intl.accept_languages": "zh-CN",
    "dom.disable_beforeunload": False,
    "browser.sessionhistory.max_total_viewers": 4,  # 后退缓存
}


def firefox() -> str:
    """Firefox 的路径；没有为空。"""
    names = ("firefox-esr", "firefox")
    return os.environ.get("JIANJIA_FIREFOX") or next(filter(None, map(shutil.which, names)), "")


class Firefox:
    """一个没有窗口的 Firefox，配置文件夹是空的。"""

    def __init__(self, program: str, profile: Path) -> None:
        text = "".join(
            f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in _PREFERENCES.items()
        )
        (profile / "user.js").write_text(text, "utf-8")
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        # 改设置、看报错要用浏览器自己的身份；旧版不认得这个参数，也不需要。
        command.append("--remote-allow-system-access")
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._socket = socket.create_connection(("127.0.0.1", self._port(profile)), timeout=60)
        self._reader = self._socket.makefile("rb")
        self._count = 0
        self._receive()
        # 有没存下的就要走时会问：测试里照旧走。
        self.ask(
            "WebDriver:NewSession",
            capabilities={"alwaysMatch": {"unhandledPromptBehavior": "accept"}},
        )

    def _port(self, profile: Path) -> int:
        file = profile / "MarionetteActivePort"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self._process.poll() is None:
            if file.exists() and (text := file.read_text("utf-8")).strip():
                return int(text)
            time.sleep(0.05)
        self._process.kill()
        raise RuntimeError("Firefox 没有启动起来")

    def _receive(self) -> Any:
        length = b""
        while (char := self._reader.read(1)) != b":":
            length += char
        return json.loads(self._reader.read(int(length)))

    def ask(self, command: str, **parameters: Any) -> Any:
        """发一个命令，等它的结果。"""
        self._count += 1
        data = json.dumps([0, self._count, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(data), data))
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{command}：{error['error']} {error['message']}")
        return result.get("value", result) if isinstance(result, dict) else result

    def open(self, url: str) -> None:
        self.ask("WebDriver:Navigate", url=url)

    def reload(self) -> None:
        self.ask("WebDriver:Refresh")

    def back(self) -> None:
        self.ask("WebDriver:Back")

    def run(self, script: str, *arguments: Any) -> Any:
        """在网页里跑一段脚本，返回 return 的值。"""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(arguments))

    def find(self, selector: str, *, within: float = 10) -> str:
        """找一个元素，最多等 *within* 秒。"""
        deadline = time.monotonic() + within
        while True:
            try:
                found = self.ask("WebDriver:FindElement", using="css selector", value=selector)
                return str(found[_ELEMENT])
            except RuntimeError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)

    def click(self, selector: str) -> None:
        found = self.find(selector)
        # 默认滚到最上面，正好压在页头下面，点不着。
        self.run("arguments[0].scrollIntoView({block: 'center'})", {_ELEMENT: found})
        self.ask("WebDriver:ElementClick", id=found)

    def type(self, selector: str, text: str) -> None:
        self.ask("WebDriver:ElementSendKeys", id=self.find(selector), text=text)

    def text(self, selector: str) -> str:
        """字；不管看不看得见（画面外的事项不排版，问“看得见的字”是空的）。"""
        return str(self.run("return arguments[0].textContent", {_ELEMENT: self.find(selector)}))

    def wait(self, script: str, *arguments: Any) -> None:
        """等到 *script*（一个表达式）为真。"""
        deadline = time.monotonic() + 10
        while not self.run(f"return Boolean({script})", *arguments):
            assert time.monotonic() < deadline, script
            time.sleep(0.05)

    def tab(self) -> str:
        """开一个标签页，返回它的编号；还在原来那个。"""
        return str(self.ask("WebDriver:NewWindow", type="tab")["handle"])

    def tabs(self) -> list[str]:
        return list(self.ask("WebDriver:GetWindowHandles"))

    def switch(self, handle: str) -> None:
        self.ask("WebDriver:SwitchToWindow", handle=handle, focus=True)

    def close_tab(self) -> None:
        self.ask("WebDriver:CloseWindow")

    def pdf(self, path: Path) -> Path:
        """照网页自己的纸张印成 PDF。"""
        data = self.ask(
            "WebDriver:Print", background=False, shrinkToFit=False, preferCSSPageSize=True
        )
        path.write_bytes(base64.b64decode(data))
        return path

    def privileged(self, script: str, *arguments: Any) -> Any:
        """用浏览器自己的身份跑一段脚本：改设置、看报错。"""
        self.ask("Marionette:SetContext", value="chrome")
        try:
            return self.run(script, *arguments)
        finally:
            self.ask("Marionette:SetContext", value="content")

    def set(self, name: str, value: int | bool) -> None:
        """改一个设置。"""
        kind = "Bool" if isinstance(value, bool) else "Int"
        self.privileged(f"Services.prefs.set{kind}Pref(...arguments)", name, value)

    def unset(self, name: str) -> None:
        self.privileged("Services.prefs.clearUserPref(arguments[0])", name)

    def complaints(self, base: str) -> list[str]:
        """*base* 下的网页报过的错，看过就清掉。"""
        return list(
            self.privileged(
                """const all = Services.console.getMessageArray();
                Services.console.reset();
                return all.filter(one => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag)
                    && (one.sourceName || "").startsWith(arguments[0])
                    // 还在取的东西，换页时自然断掉。
                    && one.errorMessage !== "NS_BINDING_ABORTED").map(one => one.errorMessage);""",
                base,
            )
        )

    def quit(self) -> None:
        """关掉，等它真的退出。"""
        try:
            self.ask("Marionette:Quit", flags=["eForceQuit"])
            self._process.wait(timeout=20)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._reader.close()
        self._socket.close()
