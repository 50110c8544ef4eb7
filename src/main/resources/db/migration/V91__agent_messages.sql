-- Short messages to agents from those who answer for them; forgotten after a while.
create table agent_message (
    id        uuid primary key,
    agent_id  uuid not null references app_user (id) on delete cascade,
    sender_id uuid not null references app_user (id) on delete cascade,
    text      text not null check (length(text) between 1 and 500),
    at        timestamptz not null
);
create index agent_message_agent on agent_message (agent_id, at desc, id desc);
create index agent_message_at on agent_message (at);
