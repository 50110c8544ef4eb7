package dev.trunkline.telephony.ami;

import java.util.Locale;
import java.util.Set;
import org.asteriskjava.manager.AsteriskMapping;
import org.asteriskjava.manager.event.ManagerEvent;

/** Names of AMI events, in lower case: those we translate and those we know of and leave. Anything else is unknown. */
final class EventNames {
    /** What {@link AmiTranslator} and {@link Snapshot} make something of; each arrives as a {@code ManagerEvent}. */
    private static final Set<String> USED = Set.of(
            "newchannel",
            "newstate",
            "hangup",
            "hanguprequest",
            "dialbegin",
            "dialend",
            "queuecallerjoin",
            "queuecallerleave",
            "queuecallerabandon",
            "agentcalled",
            "agentringnoanswer",
            "agentconnect",
            "agentcomplete",
            "bridgeenter",
            "bridgeleave",
            "chanspystart",
            "hold",
            "unhold",
            "mixmonitormute",
            "attendedtransfer",
            "blindtransfer",
            "localoptimizationbegin",
            "parkedcall",
            "parkedcalltimeout",
            "pickup",
            "unparkedcall",
            "queuememberadded",
            "queuememberremoved",
            "queuememberpause",
            "queuememberstatus",
            "queuemember",
            "queueentry",
            "queuestatuscomplete",
            "coreshowchannel",
            "coreshowchannelscomplete",
            "fullybooted");

    /** A user event's own name is one of its fields. */
    private static final String USER_EVENT = "userevent";

    /** What Asterisk sends and we have no use for. */
    private static final Set<String> LEFT = Set.of(
            "agentdump",
            "bridgecreate",
            "bridgedestroy",
            "bridgemerge",
            "bridgeinfochannel",
            "bridgeinfocomplete",
            "bridgevideosourceupdate",
            "chanspystop",
            "channelreload",
            "channeltalkingstart",
            "channeltalkingstop",
            "confbridgeend",
            "confbridgejoin",
            "confbridgeleave",
            "confbridgestart",
            "contactstatus",
            "devicestatechange",
            "dialstate",
            "dtmfbegin",
            "dtmfend",
            "extensionstatus",
            "hanguphandlerpop",
            "hanguphandlerpush",
            "hanguphandlerrun",
            "invalidpassword",
            "load",
            "localbridge",
            "localoptimizationend",
            "mixmonitorstart",
            "mixmonitorstop",
            "musiconholdstart",
            "musiconholdstop",
            "newaccountcode",
            "newcallerid",
            "newconnectedline",
            "newexten",
            "originateresponse",
            "parkedcallgiveup",
            "parkedcallswap",
            "peerstatus",
            "presencestatechange",
            "queuememberpenalty",
            "queuememberringinuse",
            "queueparams",
            "registry",
            "reload",
            "rename",
            "rtcpreceived",
            "rtcpsent",
            "shutdown",
            "softhanguprequest",
            "successfulauth",
            "unload",
            "varset");

    private static final ClassValue<String> OF_CLASS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            AsteriskMapping mapping = type.getAnnotation(AsteriskMapping.class);
            String name = mapping == null ? type.getSimpleName() : mapping.value();
            return normal(name).replaceFirst("event$", "");
        }
    };

    private EventNames() {}

    /** The name by which Asterisk sent the event. */
    static String of(ManagerEvent event) {
        return OF_CLASS.get(event.getClass());
    }

    static String normal(String name) {
        return name.trim().toLowerCase(Locale.ROOT);
    }

    static boolean used(String normalName) {
        return USED.contains(normalName);
    }

    static boolean left(String normalName) {
        return LEFT.contains(normalName);
    }

    static boolean known(String normalName) {
        return used(normalName) || left(normalName) || USER_EVENT.equals(normalName);
    }
}
