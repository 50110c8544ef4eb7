package dev.trunkline.telephony.ami;

import dev.trunkline.call.CallEvent;
import dev.trunkline.call.CallEvent.LocalReplaced;
import dev.trunkline.call.CallEvent.Parked;
import dev.trunkline.call.CallEvent.PickedUp;
import dev.trunkline.call.CallEvent.TransferKind;
import dev.trunkline.call.CallEvent.Transferred;
import dev.trunkline.call.CallEvent.Unparked;
import dev.trunkline.telephony.ami.event.CallParkedEvent;
import dev.trunkline.telephony.ami.event.CallUnparkedEvent;
import dev.trunkline.telephony.ami.event.ParkTimeOutEvent;
import dev.trunkline.telephony.ami.event.ParkingEvent;
import java.time.Instant;
import org.asteriskjava.manager.event.AttendedTransferEvent;
import org.asteriskjava.manager.event.BlindTransferEvent;
import org.asteriskjava.manager.event.LocalOptimizationBeginEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.PickupEvent;
import org.jspecify.annotations.Nullable;

/** What AMI events mean that tell of a call changing hands. Pure. */
final class HandingTranslator {
    private static final String SUCCESS = "Success";

    private HandingTranslator() {}

    /**
     * The event in our words, null when it means nothing here.
     *
     * @throws MalformedEvent when the event lacks what it must have
     */
    static @Nullable CallEvent callEvent(String pbx, Instant at, ManagerEvent event) {
        return switch (event) {
            case BlindTransferEvent e
            when SUCCESS.equals(e.getResult()) ->
                new Transferred(
                        pbx,
                        at,
                        Fields.id("TransfererLinkedid", e.getTransfererLinkedId()),
                        Fields.id("TransfererUniqueid", e.getTransfererUniqueId()),
                        TransferKind.BLIND,
                        Fields.dialled(e.getExtension()));
            case AttendedTransferEvent e when SUCCESS.equals(e.getResult()) -> attended(pbx, at, e);
            case PickupEvent e ->
                new PickedUp(
                        pbx,
                        at,
                        Fields.id("TargetLinkedid", e.getTargetlinkedid()),
                        Fields.id("TargetUniqueid", e.getTargetuniqueid()),
                        Fields.id("Linkedid", e.getLinkedid()),
                        Fields.id("Uniqueid", e.getUniqueid()));
            case CallParkedEvent e ->
                new Parked(pbx, at, parkedCall(e), parkedLeg(e), parker(e), Fields.dialled(e.getParkingSpace()));
            case CallUnparkedEvent e -> unparked(pbx, at, e, Fields.id("RetrieverUniqueid", e.getRetrieverUniqueid()));
            case ParkTimeOutEvent e -> unparked(pbx, at, e, null);
            case LocalOptimizationBeginEvent e
            when e.getSourceUniqueid() != null ->
                new LocalReplaced(
                        pbx,
                        at,
                        Fields.id("LocalOneLinkedid", e.getLocalOneLinkedid()),
                        Fields.id("LocalOneUniqueid", e.getLocalOneUniqueid()),
                        Fields.id("SourceUniqueid", e.getSourceUniqueid()));
            default -> null;
        };
    }

    /**
     * A desk phone asks by a second call, whose extension is whom it asked; a feature code asks by the same channel and a
     * Local one.
     */
    private static Transferred attended(String pbx, Instant at, AttendedTransferEvent e) {
        String first = Fields.id("OrigTransfererUniqueid", e.getOrigTransfererUniqueid());
        boolean secondCall = !first.equals(e.getSecondTransfererUniqueid());
        return new Transferred(
                pbx,
                at,
                Fields.id("OrigTransfererLinkedid", e.getOrigTransfererLinkedId()),
                first,
                TransferKind.ATTENDED,
                secondCall ? Fields.dialled(e.getSecondTransfererExten()) : null);
    }

    private static Unparked unparked(String pbx, Instant at, ParkingEvent e, @Nullable String takenBy) {
        return new Unparked(
                pbx, at, parkedCall(e), parkedLeg(e), parker(e), Fields.dialled(e.getParkingSpace()), takenBy);
    }

    private static String parkedCall(ParkingEvent e) {
        return Fields.id("ParkeeLinkedid", e.getParkeeLinkedid());
    }

    private static String parkedLeg(ParkingEvent e) {
        return Fields.id("ParkeeUniqueid", e.getParkeeUniqueid());
    }

    private static @Nullable String parker(ParkingEvent e) {
        return Fields.optionalWord(e.getParkerDialString());
    }
}
