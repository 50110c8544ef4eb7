-- What every room uses: the account of who did what, and the events between rooms.

create extension if not exists pg_trgm;

create table audit_entry (
    id       uuid primary key,
    at       timestamptz not null,
    actor_id uuid,
    actor    text not null check (length(actor) <= 100),
    action   text not null check (length(action) <= 60),
    kind     text not null check (length(kind) <= 60),
    ref_id   text not null check (length(ref_id) <= 200),
    details  jsonb not null
);
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_ref on audit_entry (kind, ref_id, at desc);
create index audit_entry_actor on audit_entry (actor_id, at desc);

create function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function append_only();

-- dedup_key: at most one event ever carries it, whoever writes it twice.
create table outbox (
    id           uuid primary key,
    type         text not null check (length(type) <= 100),
    version      integer not null,
    subject      text not null check (length(subject) <= 200),
    occurred_at  timestamptz not null,
    payload      jsonb not null,
    dedup_key    text unique check (length(dedup_key) <= 300),
    created_at   timestamptz not null,
    published_at timestamptz
);
create index outbox_waiting on outbox (created_at, id) where published_at is null;

create table inbox (
    consumer text not null check (length(consumer) <= 100),
    event_id uuid not null,
    primary key (consumer, event_id)
);
