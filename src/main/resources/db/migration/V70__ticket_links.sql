-- What tickets have to do with each other. from blocks to, from duplicates to, from is the parent of to; related has no
-- direction. Two tickets have one link at most.

create table ticket_link (
    id        uuid primary key,
    kind      text not null check (kind in ('related', 'blocks', 'duplicates', 'parent')),
    from_id   uuid not null references ticket on delete cascade,
    to_id     uuid not null references ticket on delete cascade,
    author_id uuid references app_user,
    at        timestamptz not null,
    check (from_id <> to_id)
);
create unique index ticket_link_pair on ticket_link (least(from_id, to_id), greatest(from_id, to_id));
create index ticket_link_from on ticket_link (from_id);
create index ticket_link_to on ticket_link (to_id);
-- A ticket is part of one other at most.
create unique index ticket_link_parent on ticket_link (to_id) where kind = 'parent';
