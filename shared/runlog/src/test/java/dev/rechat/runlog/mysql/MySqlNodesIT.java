package dev.rechat.runlog.mysql;

import dev.rechat.runlog.RunLogStore;
import dev.rechat.runlog.contract.NodesContract;

class MySqlNodesIT extends NodesContract {

    @Override
    protected RunLogStore store() {
        return RunLogHouse.bean(MySqlRunLogStore.class);
    }
}
