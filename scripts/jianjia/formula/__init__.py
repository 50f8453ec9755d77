"""算式：CEL（Common Expression Language）里用得到的那些写法，加上工会文书要用的函数。

``syntax`` 把文字读成一棵能写成 JSON 的树；``run`` 照着树算；``numbers`` 是不走样的数；
``functions`` 是函数。浏览器里不带读法，只带 ``web/lib/office/formula/`` 里一模一样的算法，
树在建站时写进数据。和 CEL 不同的只有一处：整数和小数可以混着算，小数不经过浮点数。
"""
