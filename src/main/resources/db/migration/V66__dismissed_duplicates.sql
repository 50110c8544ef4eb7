-- Two customers of whom somebody said that they are not the same. One row for a pair, whoever was asked about first.

create table dismissed_duplicate (
    low_id  uuid not null references customer on delete cascade,
    high_id uuid not null references customer on delete cascade,
    at      timestamptz not null,
    user_id uuid references app_user,
    primary key (low_id, high_id),
    check (low_id < high_id)
);
create index dismissed_duplicate_high on dismissed_duplicate (high_id);
