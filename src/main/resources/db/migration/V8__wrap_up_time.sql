-- The time of a wrap-up is counted from the spells of its call.
create index agent_state_log_wrap_up on agent_state_log (call_id) where state = 'wrap-up';
