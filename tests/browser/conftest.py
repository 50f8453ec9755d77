"""浏览器测试共用的。"""

import pytest
from workbench import LOCAL, WEB


@pytest.fixture(params=[False, True], ids=["网上", "U盘"])
def bench(request, open_page):
    """打开筹建清单，网上和 U 盘各一遍。"""
    local = request.param

    def open_(**options):
        return open_page(LOCAL if local else WEB, local=local, **options)

    return open_
