package dev.trunkline;

import dev.trunkline.boot.Boot;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The service's way in. */
@QuarkusMain
public final class Trunkline {
    private Trunkline() {}

    public static void main(String... args) {
        Boot.run(() -> Quarkus.run(args));
    }
}
