"""The fields of any kind of record, for properties."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from journal.records.kinds import KINDS, type_of

st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(date, st.dates())

own_fields = st.sampled_from(KINDS).flatmap(lambda kind: st.from_type(type_of(kind)))  # type: ignore[arg-type]
