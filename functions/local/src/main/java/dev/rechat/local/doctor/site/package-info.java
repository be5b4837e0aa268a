/** Whether a ReChat can be used at its public address. */
@NullMarked
package dev.rechat.local.doctor.site;

import org.jspecify.annotations.NullMarked;
