-- Which calls leave a ticket, and which. Of a list of conditions one must hold; an empty one holds always.

create table ticket_rule (
    id               uuid primary key,
    version          bigint not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    owner_id         uuid references app_user,
    team_id          uuid references team,
    name             text not null check (length(name) between 1 and 100),
    position         integer not null check (position between 1 and 1000),
    enabled          boolean not null,
    directions       varchar(40)[] not null check (cardinality(directions) <= 3),
    outcomes         varchar(40)[] not null check (cardinality(outcomes) <= 20),
    queues           varchar(100)[] not null check (cardinality(queues) <= 50),
    caller           text not null check (caller in ('anybody', 'customer', 'stranger')),
    min_talk_seconds integer not null check (min_talk_seconds between 0 and 3600),
    opens            boolean not null,
    type             text not null,
    priority         text not null,
    subject          text check (length(subject) between 1 and 150),
    due_minutes      integer check (due_minutes between 1 and 43200),
    assign           text not null check (assign in ('agent', 'owner', 'automatic'))
);
create index ticket_rule_order on ticket_rule (position, id);
