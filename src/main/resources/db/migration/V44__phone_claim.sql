-- Whose a browser's password is: it ends with its session, with its owner's place at the extension, or with its time.
alter table agent_phone
    -- The extension whose phone the PBX has been told of; null when there is nothing to take back.
    add column extension text unique,
    -- The browser that is the phone; null when none has asked yet.
    add column claim uuid,
    add column session_hash bytea unique references session on delete set null;
update agent_phone p set extension = u.extension from app_user u where u.id = p.user_id;
