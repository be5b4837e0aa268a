package dev.rechat.benchmarks.data;

import java.util.random.RandomGenerator;

/** What texts are made of, and what is searched for in them. */
public final class Words {

    /** In nearly every conversation that is held in Chinese. */
    public static final String COMMON = "数据";

    /** In one answer of so many. */
    public static final String RARE = "量子纠缠";

    static final int RARE_IN = 2_000;

    /** Two scripts in one search; in most conversations with English terms. */
    public static final String MIXED = "Kubernetes 集群";

    /** In no text. */
    public static final String ABSENT = "翡翠鲸鱼灯塔";

    static final String[] ENGLISH = """
            the of to and a in is it for that with as on be this are can which from by we you if not data system model
            should must when each more than between process result value change contract lease tenant payment customer
            report server database index query message answer question example function method class test build deploy
            cluster cache network error request response time day month year price cost risk plan team project review
            design document version release update security account policy rule limit budget forecast average growth
            market product service quality because however therefore first second finally usually often never always
            small large fast slow simple complex open closed local remote public private stable early late
            """.strip().split("\\s+");

    static final String[] CHINESE = """
            我们 可以 需要 这个 一个 如果 因为 所以 但是 以及 通过 进行 使用 问题 方法 结果 数据 系统 模型 分析 处理 时间 合同 租赁
            租户 付款 客户 报告 服务器 数据库 索引 查询 消息 回答 例如 函数 测试 部署 集群 缓存 网络 错误 请求 响应 价格 成本 风险
            计划 团队 项目 评审 设计 文档 版本 发布 更新 安全 账户 政策 规则 限制 预算 预测 平均 增长 市场 产品 服务 质量 首先 其次
            最后 通常 经常 从不 总是 简单 复杂 稳定 公司 部门 员工 经理 会议 邮件 电话 日程 任务 目标 步骤 建议 总结 背景 原因 影响
            优势 不足 对比 方案 选择 标准 流程 记录 统计 图表 指标 权限 用户 界面 功能 性能 内存 线程 并发 事务 备份 恢复 监控 日志
            学生 老师 课程 考试 论文 研究 实验 历史 文化 语言 翻译 写作 阅读 旅行 酒店 航班 城市 天气 健康 医生 药物 饮食 运动 睡眠
            的 了 在 是 和 与 对 从 到 把 被 让 会 能 要 也 都 就 还 更 很 最
            """.strip().split("\\s+");

    static final String[] TERMS = {
        " Kubernetes 集群",
        " Redis 缓存",
        " MySQL 索引",
        " Java 线程",
        " Python 脚本",
        " API 接口",
        " CSV 文件",
        " Dify 工作流",
        " LLM ",
        " token ",
        " Docker 镜像",
        " Git 分支",
        " OAuth 登录",
        " Excel 表格",
        " Lambda 函数",
        " Vue 组件"
    };

    private Words() {}

    static String of(String[] words, RandomGenerator random) {
        return words[random.nextInt(words.length)];
    }
}
