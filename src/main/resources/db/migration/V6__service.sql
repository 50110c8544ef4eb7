-- What customers are owed: tickets and follow-ups. And the bell of the outbox.

create sequence ticket_number start 1001;

-- subject: what a person wrote; subject_key with its parameters: what the system says, in the reader's language.
-- rule: which rule opened it, null for a person.
create table ticket (
    id             uuid primary key,
    version        bigint not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    owner_id       uuid references app_user (id),
    team_id        uuid references team (id),
    number         bigint not null unique,
    type           text not null,
    status         text not null,
    priority       text not null,
    subject        text check (length(subject) between 1 and 200),
    subject_key    text check (length(subject_key) <= 100),
    subject_params text not null default '{}' check (length(subject_params) <= 4000),
    description    text check (length(description) <= 20000),
    customer_id    uuid references customer (id) on delete set null,
    call_id        text check (length(call_id) <= 150),
    rule           text,
    queue          text check (length(queue) <= 100),
    due_at         timestamptz,
    check (num_nonnulls(subject, subject_key) = 1)
);
create unique index ticket_of_call on ticket (call_id, rule) where rule is not null;
create index ticket_call on ticket (call_id);
create index ticket_customer on ticket (customer_id, created_at desc);
create index ticket_created on ticket (created_at desc, id desc);
create index ticket_owner on ticket (owner_id, status);
create index ticket_open on ticket (status, due_at) where status in ('open', 'pending');
create index ticket_subject on ticket using gin (lower(subject) gin_trgm_ops);

-- phone: the normal form, or the number as it came where it has none. automatic: opened and closed by calls.
create table follow_up (
    id              uuid primary key,
    version         bigint not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    owner_id        uuid references app_user (id),
    team_id         uuid references team (id),
    kind            text not null,
    status          text not null,
    due_at          timestamptz not null,
    customer_id     uuid references customer (id) on delete set null,
    call_id         text check (length(call_id) <= 150),
    phone           text check (length(phone) <= 64),
    queue           text check (length(queue) <= 100),
    attempts        integer not null,
    last_attempt_at timestamptz,
    note            text check (length(note) <= 4000),
    closed_by       text,
    closed_at       timestamptz,
    automatic       boolean not null
);
create unique index follow_up_of_caller on follow_up (phone) where automatic and status = 'open';
create index follow_up_phone on follow_up (phone) where status = 'open';
create index follow_up_customer on follow_up (customer_id, created_at desc);
create index follow_up_call on follow_up (call_id);
create index follow_up_due on follow_up (due_at, id);
create index follow_up_owner on follow_up (owner_id, status, due_at);

create function ring_outbox() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox', '');
    return null;
end $$;
create trigger outbox_rings after insert on outbox for each statement execute function ring_outbox();
