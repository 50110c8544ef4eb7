package dev.trunkline.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a ticket.
 *
 * @param body Markdown, kept as it was typed
 * @param internal whether it is for colleagues alone; public when left out
 */
public record TicketCommentInput(
        @NotBlank @Size(max = 20_000) String body, @Nullable Boolean internal) {}
