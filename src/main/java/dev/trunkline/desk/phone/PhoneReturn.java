package dev.trunkline.desk.phone;

/** Whether there was a call to bring back to the browser. */
record PhoneReturn(boolean returned) {}
