package dev.rechat.chat.openai.person;

import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.profile.ProfileRules;
import java.util.regex.Pattern;

/**
 * Somebody as a program names them.
 *
 * @param name what they are to be called when they are new here; never empty
 * @param signed whether the program has signed it, and the address counts as confirmed therefore
 */
record NamedPerson(EmailAddress email, String name, boolean signed) {

    private static final Pattern NAME = Pattern.compile(ProfileRules.NAME);

    /** With the beginning of the address where the name is none that people have here. */
    static NamedPerson of(EmailAddress email, String name, boolean signed) {
        String wished = name.strip();
        boolean good =
                wished.length() <= ProfileRules.MAX_NAME && NAME.matcher(wished).matches();
        return new NamedPerson(email, good ? wished : email.localPart(), signed);
    }

    @Override
    public String toString() {
        return "NamedPerson[signed=" + signed + "]";
    }
}
