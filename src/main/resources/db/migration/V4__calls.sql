-- Calls: one row each, whole in doc, with a column for whatever is filtered, sorted or counted by.

create table call (
    id           text primary key check (length(id) <= 200),
    pbx          text not null check (length(pbx) <= 200),
    direction    text not null,
    from_number  text,
    from_name    text,
    withheld     boolean not null,
    -- The far end's number in normal form: the caller's of an inbound call, the dialled one of any other.
    party_key    text,
    to_number    text,
    queue        text,
    agents       text[] not null,
    started_at   timestamptz not null,
    answered_at  timestamptz,
    ended_at     timestamptz,
    outcome      text,
    ended_by     text,
    hangup_cause integer,
    wait_ms      bigint,
    ring_ms      bigint,
    talk_ms      bigint,
    hold_ms      bigint,
    recovered    boolean not null,
    merged_into  text,
    doc          jsonb not null,
    updated_at   timestamptz not null,
    check ((ended_at is null) = (outcome is null))
);
create index call_started on call (started_at desc, id desc);
create index call_queue on call (queue, started_at desc, id desc);
create index call_outcome on call (outcome, started_at desc, id desc);
create index call_party on call (party_key, started_at desc, id desc) where party_key is not null;
create index call_agents on call using gin (agents);
create index call_open on call (pbx) where ended_at is null;

-- Apart from the call, so that choosing the customer never races with the tracker, which writes the call a moment later.
-- chosen_by is null where the number alone decided.
create table call_customer (
    call_id     text primary key check (length(call_id) <= 200),
    customer_id uuid not null,
    chosen_by   uuid,
    at          timestamptz not null
);
create index call_customer_customer on call_customer (customer_id, call_id);

create table call_wrap (
    call_id text not null check (length(call_id) <= 200),
    agent   text not null check (length(agent) <= 100),
    wrap_ms bigint not null check (wrap_ms >= 0),
    primary key (call_id, agent)
);

create table call_recording (
    call_id     text not null references call (id) on delete cascade,
    n           integer not null check (n >= 1),
    -- Base name of the PBX's files, as the PBX gave it: hostile.
    file        text not null check (length(file) <= 300),
    started_at  timestamptz not null,
    state       text not null check (state in ('pending', 'ready', 'missing', 'damaged')),
    attempts    integer not null default 0,
    due_at      timestamptz not null,
    duration_ms bigint,
    -- Within the data directory, and what must be found there.
    path        text,
    bytes       bigint,
    sha256      text,
    problem     text,
    primary key (call_id, n),
    check (state <> 'ready' or (path is not null and bytes is not null and sha256 is not null and duration_ms is not null))
);
create index call_recording_due on call_recording (due_at) where state = 'pending';
