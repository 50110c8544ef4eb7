-- What colleagues say of tickets, and who wants to know of them. Comments are never changed; they move when tickets merge.

create table ticket_comment (
    id        uuid primary key,
    ticket_id uuid not null references ticket on delete cascade,
    author_id uuid not null references app_user (id),
    at        timestamptz not null,
    internal  boolean not null,
    body      text not null check (length(body) between 1 and 20000)
);
create index ticket_comment_ticket on ticket_comment (ticket_id, at, id);

create table ticket_watcher (
    ticket_id uuid not null references ticket on delete cascade,
    user_id   uuid not null references app_user on delete cascade,
    primary key (ticket_id, user_id)
);
create index ticket_watcher_user on ticket_watcher (user_id);
