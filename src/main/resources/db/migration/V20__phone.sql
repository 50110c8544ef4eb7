-- The phone each agent uses; the desk phone for whoever has no row. Passwords are the PBX's alone.
create table agent_phone (
    user_id     uuid primary key references app_user on delete cascade,
    at_browser  boolean not null,
    -- Until when the PBX shall take the browser's password; null when none is out.
    valid_until timestamptz
);
create index agent_phone_valid_until on agent_phone (valid_until) where valid_until is not null;
