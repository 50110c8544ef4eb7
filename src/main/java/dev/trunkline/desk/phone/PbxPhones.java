package dev.trunkline.desk.phone;

import dev.trunkline.call.PbxCommands.PbxRefused;
import dev.trunkline.call.PbxCommands.PbxUnavailable;
import dev.trunkline.call.PhoneCommands;
import dev.trunkline.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the PBX about agents' phones, one thing at a time for each extension. Thread-safe; nothing blocks. */
@ApplicationScoped
class PbxPhones {
    private static final Logger LOG = LoggerFactory.getLogger(PbxPhones.class);

    private final PhoneCommands pbx;
    private final Turns turns = new Turns();

    PbxPhones(PhoneCommands pbx) {
        this.pbx = pbx;
    }

    /**
     * What is read, written and told of an extension's phone in one go, so that no other such thing of this replica comes in
     * between. Fails as the task does.
     */
    <T> Uni<T> inTurn(String extension, Supplier<Uni<T>> task) {
        return turns.take(extension, task);
    }

    /** Fails as the problem that a person is told of. */
    Uni<Void> set(String extension, boolean browser, String password) {
        return told(extension, pbx.setPhone(extension, browser, password));
    }

    /** Ends whatever password the browser had. A PBX that is not prepared for browsers has none. */
    Uni<Void> endPassword(String extension, boolean browser) {
        return pbx.setPhone(extension, browser, PhonePasswords.next())
                .onFailure(PbxRefused.class)
                .recoverWithNull();
    }

    /** Rings the agent's browser for a leg; fails as the problem that a person is told of. */
    Uni<Void> returnToAgent(String legId, String extension) {
        return told(extension, pbx.returnToAgent(legId, extension));
    }

    private static Uni<Void> told(String extension, Uni<Void> command) {
        return command.onFailure(PbxUnavailable.class)
                .transform(away -> Problem.unavailable("pbx-unavailable", "The PBX cannot be reached"))
                .onFailure(PbxRefused.class)
                .transform(refusal -> {
                    LOG.warn("The PBX cannot set up the phone of {}: {}", extension, refusal.getMessage());
                    return Problem.conflict(
                            "phone-not-prepared", "The PBX is not prepared for a browser phone of your extension");
                });
    }
}
