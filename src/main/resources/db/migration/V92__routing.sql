-- Which callers go where, numbers that are not wanted, and why each call went where it did.

create table routing_rule (
    id         uuid primary key,
    version    bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    owner_id   uuid references app_user,
    team_id    uuid references team,
    name       text not null check (length(name) between 1 and 100),
    position   integer not null check (position between 1 and 100000),
    enabled    boolean not null,
    -- JSON of a list, all of which must hold; read as a whole and never asked for by the database.
    conditions text not null check (length(conditions) <= 200000),
    refuse     text check (refuse in ('busy', 'rejected')),
    queue      text check (length(queue) <= 100),
    priority   integer check (priority between 0 and 20),
    last       boolean not null
);
create index routing_rule_order on routing_rule (position, id);

-- number_key: the normal form; of a prefix its digits behind a plus.
create table blocked_number (
    id         uuid primary key,
    version    bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    owner_id   uuid references app_user,
    team_id    uuid references team,
    number     text not null check (length(number) between 1 and 64),
    prefix     boolean not null,
    number_key text not null check (length(number_key) between 1 and 64),
    note       text check (length(note) <= 500),
    unique (number_key, prefix)
);
create index blocked_number_created on blocked_number (created_at desc, id desc);

-- Apart from the call, because it is said before the call is written.
create table call_route (
    call_id  text primary key check (length(call_id) <= 200),
    at       timestamptz not null,
    did      text not null check (length(did) <= 40),
    outcome  text not null check (outcome in ('decided', 'late', 'failed')),
    queue    text check (length(queue) <= 100),
    priority integer not null check (priority between 0 and 20),
    refusal  text check (refusal in ('busy', 'rejected')),
    reasons  text not null
);

-- The block list means something from the start.
insert into routing_rule (id, version, created_at, updated_at, name, position, enabled, conditions, refuse, last)
values ('01900000-0000-7000-8000-000000000920', 0, now(), now(), '黑名单 · Block list', 1, true,
    '[{"kind": "blocked", "negated": false}]', 'rejected', true);
