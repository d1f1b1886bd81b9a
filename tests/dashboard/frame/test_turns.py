"""A few pages are drawn at once, the first come first; who waits for a process lets others go."""

import threading
import time

from dashboard.frame.turns import Turns
from tests.dashboard.served import waited_for


def test_no_more_than_so_many_hold_a_turn_and_they_come_in_order():
    turns, inside, most, order = Turns(2), [], [], []
    door = threading.Event()

    def page(number):
        with turns.turn(), turns.turn():  # the inner one is the same
            order.append(number)
            inside.append(number)
            most.append(len(inside))
            door.wait(10)
            inside.remove(number)

    threads = []
    for number in range(6):
        threads.append(threading.Thread(target=page, args=(number,)))
        threads[-1].start()
        waited_for(lambda n=number: len(order) + len(turns._waiting) == n + 1, 10)
    assert order == [0, 1]
    door.set()
    for thread in threads:
        thread.join(10)
    assert sorted(order) == list(range(6))
    assert max(most) <= 2
    assert turns._free == 2


def test_who_waits_for_a_process_lets_others_go_on_and_comes_back():
    turns, seen = Turns(1), []

    def other():
        with turns.turn():
            seen.append("other")

    with turns.turn():
        thread = threading.Thread(target=other)
        thread.start()
        time.sleep(0.05)
        assert seen == []
        with turns.aside():
            thread.join(10)
        assert seen == ["other"]
    assert turns._free == 1


def test_a_page_that_fails_gives_its_turn_back():
    turns = Turns(1)
    for _try in range(2):
        try:
            with turns.turn():
                raise ValueError
        except ValueError:
            pass
    assert turns._free == 1
