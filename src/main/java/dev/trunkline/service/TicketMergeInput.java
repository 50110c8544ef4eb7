package dev.trunkline.service;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Where a ticket goes.
 *
 * @param into the ticket that stays
 */
public record TicketMergeInput(@NotNull UUID into) {}
