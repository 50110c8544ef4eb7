package dev.trunkline.knowledge;

import dev.trunkline.identity.Role;
import dev.trunkline.service.Ticket;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets of an article.
 *
 * @param body Markdown; HTML in it is shown as it stands and never carried out
 * @param language of the text: {@code en} or {@code zh-CN}
 * @param status a draft when left out
 * @param queues names of those whose calls it suits; none suits all
 * @param ticketTypes that it suits; none suits all
 * @param teams whose people may read it. Without any team or role everybody may who reads the knowledge base at all; those
 *     who write articles read every one
 * @param roles with which one may read it, in whichever team
 */
record ArticleInput(
        @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE) @Nullable
        String title,

        @NotBlank @Size(max = 50_000) @Nullable String body,

        @NotNull @Pattern(regexp = "en|zh-CN") @Nullable String language,

        Article.@Nullable Status status,
        @Nullable @Size(max = 50) List<@NotNull @NotBlank @Size(max = 100) @Pattern(regexp = ONE_LINE) String> queues,
        @Nullable @Size(max = 20) List<Ticket.@NotNull Type> ticketTypes,
        @Nullable @Size(max = 30) List<@NotNull @NotBlank @Size(max = 40) @Pattern(regexp = ONE_LINE) String> tags,
        @Nullable @Size(max = 50) List<@NotNull UUID> teams,
        @Nullable @Size(max = 5) List<@NotNull Role> roles) {
    /** No line breaks nor other control characters. */
    private static final String ONE_LINE = "\\P{Cc}*";
}
