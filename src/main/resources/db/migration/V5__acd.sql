-- Queues with their numbers and settings, and agents' states.

create table queue (
    id                    uuid primary key,
    name                  text not null unique check (name ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
    label                 text not null check (length(label) between 1 and 100),
    label_zh              text check (length(label_zh) between 1 and 100),
    ticket_on_answered    boolean not null,
    ticket_type           text not null,
    follow_up_on_missed   boolean not null,
    follow_up_due_minutes integer not null check (follow_up_due_minutes between 1 and 43200),
    short_abandon_seconds integer not null check (short_abandon_seconds between 0 and 120),
    wrap_up_seconds       integer not null check (wrap_up_seconds between 0 and 3600),
    missed_limit          integer not null check (missed_limit between 0 and 20),
    recording             text not null check (recording in ('always', 'never')),
    version               bigint not null,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    owner_id              uuid,
    team_id               uuid
);

-- A number that callers dial, and how numbers that come in by it are read.
create table did (
    number   text primary key check (number ~ '^\+?[0-9]{2,20}$'),
    queue_id uuid not null references queue (id) on delete cascade,
    region   text not null check (region ~ '^[A-Z]{2}$'),
    label    text check (length(label) between 1 and 100)
);
create index did_queue on did (queue_id);

create table queue_member (
    queue_id uuid not null references queue (id) on delete cascade,
    user_id  uuid not null references app_user (id) on delete cascade,
    primary key (queue_id, user_id)
);
create index queue_member_user on queue_member (user_id);

-- What each agent is doing now, so that a restart finds it. calls: the open calls of the agent's phone, in order.
create table agent_state (
    user_id       uuid primary key references app_user (id) on delete cascade,
    state         text not null,
    since         timestamptz not null,
    reason        text,
    next          text not null,
    next_reason   text,
    missed        integer not null,
    calls         jsonb not null,
    wrap_up_call  text,
    wrap_up_until timestamptz,
    wrap_up_ms    bigint
);

-- The times agents spent in each state, written as they leave it.
create table agent_state_log (
    id       uuid primary key,
    user_id  uuid not null references app_user (id) on delete cascade,
    agent    text not null,
    state    text not null,
    reason   text,
    call_id  text,
    began_at timestamptz not null,
    ended_at timestamptz not null
);
create index agent_state_log_user on agent_state_log (user_id, began_at);
create index agent_state_log_began on agent_state_log (began_at);

insert into queue (id, name, label, label_zh, ticket_on_answered, ticket_type, follow_up_on_missed,
        follow_up_due_minutes, short_abandon_seconds, wrap_up_seconds, missed_limit, recording, version, created_at,
        updated_at)
values
    ('01900000-0000-7000-8000-000000000001', 'support', 'Support', '客户支持', true, 'repair', true, 60, 5, 60, 2,
        'always', 0, now(), now()),
    ('01900000-0000-7000-8000-000000000002', 'sales', 'Sales', '销售', false, 'request', true, 30, 5, 30, 2,
        'always', 0, now(), now());
insert into did (number, queue_id, region, label)
values
    ('4008001000', '01900000-0000-7000-8000-000000000001', 'CN', null),
    ('4008002000', '01900000-0000-7000-8000-000000000002', 'CN', null);
