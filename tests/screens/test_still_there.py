"""What was put off until the next refresh, of a screen that has gone by then."""

from textual.app import App

from screens.locking.first_question import FirstQuestion


async def test_a_question_that_is_answered_while_it_is_drawn_closes_quietly() -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        first, second = FirstQuestion(), FirstQuestion()
        await app.push_screen(first, lambda _: app.push_screen(second))
        await pilot.pause()
        closed = first.dismiss("lock")
        first.on_resize()  # it is put off until the refresh of the screen that has come instead
        await closed
        await pilot.pause()
        assert app.screen is second
