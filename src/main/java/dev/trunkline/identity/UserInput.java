package dev.trunkline.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What administrators may set of a user.
 *
 * @param username lower case; what is typed at sign-in is taken as lower case too
 * @param password null leaves it as it is; without any the user cannot sign in
 * @param extension of the phone, which is the agent's name in the PBX
 * @param language of the page, such as {@code zh-CN}; null follows the browser
 * @param active null means yes; who is not active is signed out
 */
public record UserInput(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,39}")
        String username,

        @NotBlank @Size(max = 80) String name,
        @Size(min = 10, max = 200) @Nullable String password,
        @NotEmpty Set<@NotNull Role> roles,
        @Nullable UUID teamId,
        @Pattern(regexp = "[0-9]{2,8}") @Nullable String extension,
        @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?") @Nullable String language,
        @Nullable Boolean active) {}
