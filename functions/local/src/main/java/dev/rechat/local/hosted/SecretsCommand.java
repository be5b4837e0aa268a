package dev.rechat.local.hosted;

import dev.rechat.local.data.FreshSecret;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "secrets",
        description = {
            "Print fresh keys, as lines of an environment file.",
            "Make them once per installation and keep them: whoever loses them loses the stored Dify keys, second factors",
            "and all sessions."
        })
final class SecretsCommand implements Runnable {

    private static final String ID = "k1";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("RECHAT_JWT_KEYS=" + FreshSecret.jwtKey(ID));
        out.println("RECHAT_SECRETS_KEYS=" + FreshSecret.secretsKey(ID));
        out.flush();
    }
}
