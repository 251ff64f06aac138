/** What WPS's ribbon and pages say around the pane proper; Chinese only, since WPS's own ribbon is. */

export const WPS_WORDS = {
  addIn: "台账校核",
  description: "校核县级项目台账的政策渠道、手续时限与储备目标；数据不离开这台电脑。",
  buttons: {
    checkSheet: { label: "检查本表", tip: "校核当前这张表，在右侧面板列出问题" },
    exportSheets: { label: "导出", tip: "生成标准表、通报和回执" },
    reserveGoals: { label: "目标", tip: "储备目标完成了多少，还差多少" },
    insertFunction: { label: "插入函数", tip: "可以在单元格里用的函数和例子" },
    showHelp: { label: "帮助", tip: "怎样校核一份台账" },
    hidePane: { label: "收起面板", tip: "收起右侧面板；面板开着时功能区点不动，用面板里的“收起面板”" },
  },
  opening: "正在打开…",
  noWps: "这个页面要在 WPS 表格里打开：“台账校核”选项卡 → 检查本表。",
  noPane: "打不开面板。请完全退出 WPS 再打开；仍不行时，请在“更多 → 加载项”里看“台账校核”是否已启用。",
} as const;
