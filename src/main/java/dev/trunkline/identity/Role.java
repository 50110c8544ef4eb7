package dev.trunkline.identity;

/** What a person does here. What a role allows is in {@link Grants}. */
public enum Role {
    ADMINISTRATOR,
    SUPERVISOR,
    AGENT,
    CAMPAIGN_MANAGER,
    SALES
}
