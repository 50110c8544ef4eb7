package dev.trunkline.service;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A link to make.
 *
 * @param relation what the ticket is to the other one
 * @param ticket the other one
 */
public record TicketLinkInput(
        @NotNull TicketRelation relation, @NotNull UUID ticket) {}
