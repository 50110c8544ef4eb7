-- What colleagues noted about customers. call_id: the call at which it was written.

create table customer_note (
    id          uuid primary key,
    version     bigint not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    customer_id uuid not null references customer on delete cascade,
    author_id   uuid not null references app_user (id),
    body        text not null check (length(body) between 1 and 10000),
    pinned      boolean not null,
    call_id     text check (length(call_id) <= 200)
);
create index customer_note_customer on customer_note (customer_id, created_at desc, id desc);
create index customer_note_pinned on customer_note (customer_id, updated_at, id) where pinned;
