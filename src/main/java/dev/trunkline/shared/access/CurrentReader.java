package dev.trunkline.shared.access;

import dev.trunkline.shared.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The reader of the request being served, known before any resource method runs. */
@RequestScoped
public class CurrentReader {
    private @Nullable Reader reader;

    /**
     * The reader.
     *
     * @throws Problem 401 when nobody is signed in
     */
    public Reader get() {
        if (reader == null) {
            throw Problem.unauthenticated();
        }
        return reader;
    }

    void set(Reader found) {
        reader = found;
    }
}
