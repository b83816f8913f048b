using System.Collections.Frozen;

namespace ReviewInsights.IO.Columns;

/// <summary>The names under which shops export each field. The first name is the field's own, used in options and output.</summary>
internal static class ColumnAliases
{
    // Where a table has several columns of one field, the name that stands further left wins: specific before general.
    private static readonly (ReviewField Field, string[] Names)[] Table =
    [
        (ReviewField.Text, ["text", "review_text", "comment_text", "review_content", "review_body", "review", "comment", "content", "body",
            "评论内容", "评价内容", "评论文本", "评价文本", "评论正文", "评论详情", "评价详情", "评论", "评价", "文本", "内容",
            "評論內容", "評價內容", "評論", "評價", "內容"]),
        (ReviewField.Id, ["id", "review_id", "comment_id", "评论ID", "评价ID", "评论编号", "评价编号", "编号", "序号", "評論ID", "評價ID", "編號"]),
        (ReviewField.CreatedAt, ["created_at", "create_time", "creation_time", "review_time", "comment_time", "timestamp", "time", "date",
            "评价时间", "评论时间", "评价日期", "评论日期", "发表时间", "创建时间", "时间", "日期",
            "評論時間", "評價時間", "時間"]),
        (ReviewField.Rating, ["rating", "stars", "star", "score", "评分", "星级", "评价星级", "评论星级", "打分", "分数", "評分", "星級"]),
        (ReviewField.ProductId, ["product_id", "sku_id", "sku", "item_id", "goods_id", "product", "商品ID", "商品编号", "商品编码", "SKU编码",
            "货号", "商品", "商品名称", "产品", "商品編號", "產品"]),
        (ReviewField.Brand, ["brand", "brand_name", "品牌", "品牌名称"]),
        (ReviewField.Category, ["category", "cat", "category_name", "类目", "品类", "商品类目", "类别", "分类", "類別", "分類"]),
        (ReviewField.Channel, ["channel", "platform", "shop", "渠道", "销售渠道", "平台", "店铺", "通路", "平臺"]),
        (ReviewField.OrderId, ["order_id", "order", "order_no", "订单号", "订单ID", "订单编号", "订单", "訂單編號", "訂單"]),
        (ReviewField.Batch, ["batch", "batch_no", "lot", "批次", "批次号", "生产批次", "批号"]),
        (ReviewField.UserId, ["user_id", "user", "customer_id", "buyer_id", "nickname", "用户ID", "用户", "用户名", "用户昵称", "买家", "会员名",
            "昵称", "客户ID"]),
        (ReviewField.Stage, ["stage", "阶段"]),
        (ReviewField.ServiceScore, ["service_score", "服务评分", "服务态度评分", "服务分"]),
        (ReviewField.LogisticsScore, ["logistics_score", "物流评分", "物流服务评分", "物流分"]),
        (ReviewField.ProductScore, ["product_score", "商品评分", "描述相符评分", "商品分"]),
    ];

    private static readonly FrozenDictionary<string, (ReviewField Field, int Rank)> ByName = Table
        .SelectMany(row => row.Names.Select((name, rank) => (Name: Normalize(name), row.Field, rank)))
        .ToFrozenDictionary(a => a.Name, a => (a.Field, a.rank), StringComparer.Ordinal);

    /// <summary>All fields, in the order of the table.</summary>
    public static IEnumerable<ReviewField> Fields => Table.Select(row => row.Field);

    /// <summary>The field's own name: <c>created_at</c>.</summary>
    public static string NameOf(ReviewField field) => Table[(int)field].Names[0];

    /// <summary>The command-line option that names the field's column: <c>--created-at-column</c>.</summary>
    public static string OptionOf(ReviewField field) => $"--{NameOf(field).Replace('_', '-')}-column";

    /// <summary>The field a column name stands for, and how far left in the table the name is.</summary>
    public static bool TryFind(string columnName, out (ReviewField Field, int Rank) match) =>
        ByName.TryGetValue(Normalize(columnName), out match);

    /// <summary>Name without case and without the signs in which spellings differ: Product ID, product-id, productId.</summary>
    public static string Normalize(string name)
    {
        var kept = string.Concat(name.Where(c => c is not (' ' or '\t' or '_' or '-' or '.' or '\u3000' or '\uFEFF')));
        return kept.ToLowerInvariant();
    }
}
