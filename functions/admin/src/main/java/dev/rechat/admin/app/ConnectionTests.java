package dev.rechat.admin.app;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.conversations.probe.BaseUrl;
import dev.rechat.dify.DifyApp;
import dev.rechat.persistence.app.App;
import jakarta.inject.Singleton;

/** Tries connections; stores nothing, and never throws over a Dify that fails: telling how it fails is the purpose. */
@Singleton
final class ConnectionTests {

    private final DifyProbe dify;
    private final DifyTargets targets;

    ConnectionTests(DifyProbe dify, DifyTargets targets) {
        this.dify = dify;
        this.targets = targets;
    }

    /** Of an app that is stored: both of its keys, and whether it is still of the kind that it was. */
    ConnectionTest of(App app) {
        return new Examination(dify, targets.of(app), app.mode()).run();
    }

    /** Of one that may be added. A key that is none of an app is not sent anywhere. */
    ConnectionTest of(TestConnection wanted) {
        BaseUrl baseUrl = BaseUrl.parse(wanted.baseUrl());
        if (!AppKeys.isOfApp(wanted.apiKey())) {
            return Examination.notAnAppKey();
        }
        return new Examination(dify, new DifyApp(baseUrl.value(), AppKeys.parse(wanted.apiKey())), null).run();
    }
}
